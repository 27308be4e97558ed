/** Every button of Lull: at most one filled on a screen, the rest outlined chips or plain words. */
import { type ComponentProps, forwardRef } from 'react'
import styles from './Button.module.css'

export interface ButtonLook {
  look?: 'filled' | 'chip' | 'plain' | 'icon' | 'danger'
}

const classes = {
  filled: styles.filled,
  chip: styles.chip,
  plain: styles.plain,
  icon: styles.icon,
  danger: styles.danger,
}

/** The class of a look, for what must be a link or a Base UI part and still look like a button. */
export const buttonClass = (look: NonNullable<ButtonLook['look']>): string =>
  `${styles.button} ${classes[look]}`

export const Button = forwardRef<HTMLButtonElement, ComponentProps<'button'> & ButtonLook>(function Button(
  { look = 'chip', className, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      className={className ? `${buttonClass(look)} ${className}` : buttonClass(look)}
      {...rest}
    />
  )
})
