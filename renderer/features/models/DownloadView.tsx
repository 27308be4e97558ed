/** How a download is going: how much has come, or each place that was tried and why it gave nothing. */
import { useTranslation } from 'react-i18next'
import type { Download, ModelSource, SourceFailure } from '../../../electron/core/models/model.ts'
import { Button } from '../../design/Button.tsx'
import { sizeWords, useLanguage } from '../../text/amounts.ts'
import styles from './Models.module.css'
import type { ModelDoings } from './useModelDoings.ts'

export function DownloadView({ download, doings }: { download: Download; doings: ModelDoings }) {
  const { t } = useTranslation()
  const { state, catalogueId } = download
  if (state.phase === 'failed') return <FailedDownload download={download} doings={doings} />
  return (
    <div className={styles.download}>
      {state.phase === 'fetching' ? (
        <Progress
          label={t('models.fetching')}
          doneBytes={state.receivedBytes}
          totalBytes={state.totalBytes}
        />
      ) : (
        <p role="status">{t('models.checking')}</p>
      )}
      <div className={styles.ways}>
        <Button onClick={() => doings.pause(catalogueId)}>{t('models.pause')}</Button>
        <Button look="plain" onClick={() => doings.discard(catalogueId)}>
          {t('models.discard')}
        </Button>
      </div>
    </div>
  )
}

export function Progress(props: { label: string; doneBytes: number; totalBytes: number }) {
  const { label, doneBytes, totalBytes } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const fraction = totalBytes > 0 ? Math.min(1, doneBytes / totalBytes) : 0
  const words = t('models.amount', {
    done: sizeWords(doneBytes, language),
    total: sizeWords(totalBytes, language),
  })
  return (
    <div className={styles.progress}>
      <div className={styles.progressWords}>
        <span>{label}</span>
        <span>{words}</span>
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(fraction * 100)}
        aria-valuetext={words}
      >
        <div className={styles.barDone} style={{ scale: `${fraction} 1` }} />
      </div>
    </div>
  )
}

function FailedDownload({ download, doings }: { download: Download; doings: ModelDoings }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { state, catalogueId } = download
  if (state.phase !== 'failed') return null
  const needed = state.neededBytes === null ? null : sizeWords(state.neededBytes, language)
  return (
    <div className={styles.download}>
      <p role="status">
        {state.reason === 'DISK_FULL'
          ? needed === null
            ? t('models.diskFull')
            : t('models.diskFullNeeds', { size: needed })
          : t('models.sourcesFailed')}
      </p>
      {state.failures.length > 0 ? (
        <ol className={styles.tried}>
          {state.failures.map((failure) => (
            <TriedSource key={sourceName(failure.source)} failure={failure} />
          ))}
        </ol>
      ) : null}
      <div className={styles.ways}>
        <Button look="filled" onClick={() => doings.fetchModel(catalogueId)}>
          {t('models.tryAgain')}
        </Button>
        <Button look="plain" onClick={() => doings.discard(catalogueId)}>
          {t('models.leaveIt')}
        </Button>
      </div>
    </div>
  )
}

function TriedSource({ failure }: { failure: SourceFailure }) {
  const { t } = useTranslation()
  return (
    <li>
      <strong>{sourceName(failure.source)}</strong>
      <span>
        {t(`models.why.${failure.reason}`)}
        {failure.hint === null ? null : <span className={styles.hint}> ({failure.hint})</span>}
      </span>
      <span className={styles.todo}>{t(`models.todo.${failure.reason}`)}</span>
    </li>
  )
}

/** A source as the person may know it: the web host, or the Python package. */
export function sourceName(source: ModelSource): string {
  return source.kind === 'https' ? new URL(source.url).host : `pip: ${source.package} ${source.version}`
}
