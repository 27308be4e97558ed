/** The part of the talk that is heard and not seen: finished sentences of a reply, politely. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationView } from '../../../electron/core/chat/conversation.ts'
import '../../text/careText.ts'
import { heardPeople } from '../safety/careLines.ts'
import { spokenLength } from './spokenSentences.ts'

export function SpokenReply({ view }: { view: ConversationView }) {
  const { t } = useTranslation()
  const [spoken, setSpoken] = useState('')
  const [people, setPeople] = useState('')
  const progress = useRef({ id: '', length: 0 })
  const hasBegun = useRef(false)
  const { reply } = view
  const last = view.messages.at(-1)
  const ended = reply === null && last?.author === 'lull' ? last : null
  const hasWords = view.messages.length > 0

  useEffect(() => {
    const isOpening = !hasBegun.current
    if (hasWords) hasBegun.current = true
    const source = reply ?? ended
    if (!source) return
    const isFollowed = progress.current.id === source.id
    // A talk that is opened with its replies already there is read by the person, not announced.
    if (!isFollowed && ended && isOpening) {
      progress.current = { id: source.id, length: source.text.length }
      return
    }
    const from = isFollowed ? progress.current.length : 0
    const until = spokenLength(source.text, ended !== null)
    progress.current = { id: source.id, length: Math.max(from, until) }
    if (until > from) setSpoken(source.text.slice(from, until))
    if (ended) setPeople(heardPeople(ended.care).join(', '))
  }, [reply, ended, hasWords])

  const phase = reply?.phase
  return (
    <>
      <p className="unseen" aria-live="polite">
        {spoken}
      </p>
      <p className="unseen" role="status">
        {phase === 'waking' || phase === 'reading' ? t(`talk.phase.${phase}`) : null}
        {ended?.status === 'stopped' ? t('talk.stopped') : null}
        {ended?.care && people !== '' ? t('helpCard.heard', { list: people }) : null}
      </p>
    </>
  )
}
