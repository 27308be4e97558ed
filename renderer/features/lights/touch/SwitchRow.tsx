/** A setting that is on or off. */
import { useId } from 'react'
import { Row } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'

export interface SwitchRowProps {
  label: string
  about?: string | undefined
  on: boolean
  onSwitch: (on: boolean) => void
}

export function SwitchRow({ label, about, on, onSwitch }: SwitchRowProps) {
  const labelId = useId()
  return (
    <Row label={label} about={about} labelId={labelId}>
      <Switch labelId={labelId} on={on} onSwitch={onSwitch} />
    </Row>
  )
}
