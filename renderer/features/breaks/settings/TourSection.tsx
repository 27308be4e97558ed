/** The tour of the first days, to be taken again. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { Tour } from '../tour/Tour.tsx'

export function TourSection() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t('breakSettings.tour.title')}>
      {isOpen ? (
        <Tour onClose={() => setOpen(false)} />
      ) : (
        <Row label={t('breakSettings.tour.label')} about={t('breakSettings.tour.about')}>
          <Button onClick={() => setOpen(true)}>{t('breakSettings.tour.again')}</Button>
        </Row>
      )}
    </Section>
  )
}
