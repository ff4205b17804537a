import { signal } from '@preact/signals';
import { adoptSettings, chosenSettings } from '../../utils/rspace/sites/settings-transfer.ts';
import { readSettingsFile, writeSettingsFile } from '../../utils/settings/settings-file.ts';
import { diagnosticFacts } from './diagnostic-facts.ts';
import { diagnosticReport } from './diagnostic-report.ts';

export type TransferModel = ReturnType<typeof createTransferModel>;

export type TransferOutcome =
  | 'exported'
  | 'imported'
  | 'notSettings'
  | 'notSaved'
  | 'reportCopied'
  | 'reportNotCopied';

/** Settings as a file, and the report for whoever helps. */
export function createTransferModel() {
  const outcome = signal<TransferOutcome | null>(null);
  return {
    /** How the latest of these actions ended. */
    outcome,
    async export(): Promise<void> {
      offerDownload(writeSettingsFile(await chosenSettings()));
      outcome.value = 'exported';
    },
    async import(file: File): Promise<void> {
      const settings = await file.text().then(readSettingsFile, () => null);
      outcome.value = settings
        ? await adoptSettings(settings).then(
            () => 'imported' as const,
            () => 'notSaved' as const,
          )
        : 'notSettings';
    },
    async copyReport(): Promise<void> {
      const report = diagnosticReport(await diagnosticFacts());
      outcome.value = await navigator.clipboard.writeText(report).then(
        () => 'reportCopied' as const,
        () => 'reportNotCopied' as const,
      );
    },
  };
}

function offerDownload(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'calira-bookings-settings.json';
  link.click();
  // The browser has taken hold of the contents by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
