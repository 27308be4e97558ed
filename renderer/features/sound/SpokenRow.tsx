/** Whether the words of an exercise are spoken, and how that sounds. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Row } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { useSensing } from '../presence/useSensing.ts'
import { say, useLocalVoice } from './useSpokenWords.ts'

export interface SpokenRowProps {
  spoken: boolean
  volume: number
  onSwitch: (spoken: boolean) => void
}

export function SpokenRow({ spoken, volume, onSwitch }: SpokenRowProps) {
  const { t } = useTranslation()
  const labelId = useId()
  const voice = useLocalVoice()
  const inCall = useSensing()?.inCall.value === true
  return (
    <Row
      label={t('sound.spoken.label')}
      about={t(voice === null ? 'sound.spoken.none' : 'sound.spoken.about')}
      labelId={labelId}
    >
      {voice === null || inCall ? null : (
        <Button onClick={() => say(t('sound.spoken.sample'), voice, volume)}>{t('sound.spoken.hear')}</Button>
      )}
      <Switch labelId={labelId} on={spoken} onSwitch={onSwitch} />
    </Row>
  )
}
