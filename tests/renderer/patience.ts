/** Waiting for what is to appear ends when it does, so there may be plenty of it: machines are shared, and files run side by side. */
import { configure } from '@testing-library/react'

configure({ asyncUtilTimeout: 10_000 })
