/** A chip that copies and says so in its own place, then turns back. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { copyText } from './copyText.ts'

const saidForMs = 2500

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), saidForMs)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <>
      <Button onClick={async () => setCopied(await copyText(text))}>
        {copied ? t('common.copied') : (label ?? t('common.copy'))}
      </Button>
      <span className="unseen" role="status">
        {copied ? t('common.copied') : null}
      </span>
    </>
  )
}
