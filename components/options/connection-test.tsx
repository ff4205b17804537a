import { i18n } from '#i18n';
import type { ApiReport, ConnectionReport, WebReport } from '../../utils/calira/connection-report.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import type { CaliraModel } from './calira-model.ts';
import { CopiedUrl } from './redirect-url.tsx';

/** Asks Calira's addresses what they are, and says what only connecting can show. */
export function ConnectionTest({ model, redirectUrl }: { model: CaliraModel; redirectUrl: string }) {
  const state = model.connectionTest.state.value;
  const report = state?.kind === 'told' ? state.report : null;
  const { webUrl, apiUrl } = model.fields;
  return (
    <div class="connection-test">
      <Button disabled={state?.kind === 'asking'} onClick={() => void model.connectionTest.test()}>
        {i18n.t('options.test.button')}
      </Button>
      <div role="status" class="connection-report">
        {state && state.kind !== 'told' && <p>{i18n.t(`options.test.${state.kind}`)}</p>}
        {report && (
          <>
            <ReportLine report={report.web} address={webUrl.text.value} />
            <ReportLine report={report.api} address={apiUrl.text.value} />
          </>
        )}
      </div>
      {report && isGood(report) && (
        <div class="field">
          <p id="connect-checks">{i18n.t('options.test.connectChecks')}</p>
          <CopiedUrl url={redirectUrl} labelledBy="connect-checks" />
        </div>
      )}
    </div>
  );
}

function isGood({ web, api }: ConnectionReport): boolean {
  return web.kind === 'clientKnown' && api.kind === 'reached';
}

function ReportLine({ report, address }: { report: WebReport | ApiReport; address: string }) {
  const good = report.kind === 'clientKnown' || report.kind === 'reached';
  const host = URL.canParse(address) ? new URL(address).host : address;
  return (
    <p class={good ? 'report report-good' : 'report report-bad'}>
      <Icon name={good ? 'check' : 'close'} />
      <span>
        {sentence(report, host)}{' '}
        {report.kind === 'unreachable' && (
          <a href={address} target="_blank" rel="noopener">
            {i18n.t('options.test.openInTab', [host])}
          </a>
        )}
      </span>
    </p>
  );
}

function sentence(report: WebReport | ApiReport, host: string): string {
  switch (report.kind) {
    case 'troubled':
      return i18n.t('options.test.troubled', [host, String(report.status)]);
    case 'clientRefused':
      return i18n.t(report.withSecret ? 'options.test.secretRefused' : 'options.test.clientRefused');
    case 'clientKnown':
    case 'noClient':
    case 'reached':
      return i18n.t(`options.test.${report.kind}`);
    default:
      return i18n.t(`options.test.${report.kind}`, [host]);
  }
}
