import { i18n } from '#i18n';

/** Where the institution helps its people, as its policy says. */
export function Help({ url }: { url: string }) {
  const [before = '', after = ''] = i18n.t('options.supportPage', ['\n']).split('\n');
  return (
    <section aria-labelledby="help-heading">
      <h2 id="help-heading">{i18n.t('options.help')}</h2>
      <p>
        {before}
        <a href={url} target="_blank" rel="noopener">
          {url.replace(/^mailto:/, '')}
        </a>
        {after}
      </p>
    </section>
  );
}
