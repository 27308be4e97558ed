/** Finding a bridge: the own network is asked at once, an address can be typed, the maker is asked on a yes alone. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundBridge } from '../../../../electron/contract/lights.ts'
import { Button } from '../../../design/Button.tsx'
import { errorCode, useClient } from '../../../watch.ts'
import { AddressForm } from './AddressForm.tsx'
import { AskMaker } from './AskMaker.tsx'
import type { StepProps } from './BridgeSheet.tsx'
import { FoundList } from './FoundList.tsx'
import { NetworkSearch } from './NetworkSearch.tsx'
import styles from './Pair.module.css'
import { addressText } from './typedAddress.ts'

/** Whoever comes back from a step finds the list at once, while it is asked for again. */
const KEPT_MS = 60_000

export function FindStep({ step, go }: StepProps<'find'>) {
  const { t } = useTranslation()
  const client = useClient()
  const [fromMaker, setFromMaker] = useState<FoundBridge[]>([])
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['bridges'],
    queryFn: ({ signal }) => client.lights.discover(undefined, { signal }),
    gcTime: KEPT_MS,
    retry: false,
  })
  const heard = data?.found ?? []
  const found = [...heard, ...fromMaker.filter((one) => !heard.some((same) => isSame(one, same)))]
  const look = (address: string) => go({ at: 'looking', driver: 'hue', address })

  return (
    <>
      <NetworkSearch
        isOn={isFetching}
        findings={error ? undefined : data}
        failure={error ? errorCode(error) : null}
      />
      <FoundList found={found} onChoose={(bridge) => look(addressText(bridge))} />
      <div>
        <Button aria-disabled={isFetching} onClick={() => (isFetching ? undefined : void refetch())}>
          {t('pairBridge.searchAgain')}
        </Button>
      </div>
      <div className={styles.part}>
        <AddressForm label={t('pairBridge.typed')} address={step.address} onAddress={look} />
      </div>
      <div className={styles.part}>
        <AskMaker onFound={setFromMaker} />
      </div>
      <div className={styles.part}>
        <Button look="plain" onClick={() => go({ at: 'older', address: '' })}>
          {t('lightSources.older')}
        </Button>
      </div>
    </>
  )
}

const isSame = (one: FoundBridge, other: FoundBridge) => one.bridgeId === other.bridgeId
