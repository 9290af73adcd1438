import { useReader } from '../../i18n/react.tsx';
import { localizedPath } from '../../i18n/paths.ts';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { ItalianText } from '../../ui/ItalianText.tsx';
import { Panel, sectionClass } from '../../ui/Panel.tsx';
import type { Suggestion } from './model.ts';

/** Services of the catalogue for this person, each with its reason. */
export function SuggestionsBlock({ list }: { list: LoadedList<Suggestion> }) {
  const { t, locale } = useReader();
  const { stepUpHref, links } = usePerson();
  const catalogue = localizedPath(locale, '/servizi/');
  return (
    <section className={sectionClass(list.state, 'panel-4')} aria-labelledby="suggestions-heading">
      <h2 id="suggestions-heading">{t('suggestions.title')}</h2>
      <Panel
        {...list}
        stepUpHref={stepUpHref}
        assistanceHref={links.assistance}
        rows={4}
        empty={<p>{t('suggestions.empty')}</p>}
        otherWay={<a href={catalogue}>{t('suggestions.all')}</a>}
      >
        {(services) => (
          <ul className="it-list">
            {services.map(({ slug, title, lang, reason }) => (
              <li className="list-item-row" key={slug}>
                <a href={`${catalogue}${slug}/`}>{lang === locale ? title : <ItalianText>{title}</ItalianText>}</a>
                <p>{t(`suggestions.because.${reason}`)}</p>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </section>
  );
}
