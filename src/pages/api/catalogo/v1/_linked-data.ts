import { listEnti, listLifeEvents, listSheets, listTopics } from '../../../../features/catalogue/catalogue.ts';
import { cpsvCatalogue } from '../../../../features/catalogue/open-data/cpsv.ts';
import { catalogueFiles, dcatCatalogue, listFiles } from '../../../../features/catalogue/open-data/dcat.ts';
import type { LinkedData } from '../../../../features/catalogue/open-data/linked-data.ts';
import { newest } from '../../../../features/catalogue/open-data/documents.ts';
import { listAlerts } from '../../../../features/news/news.ts';
import { languages, SOURCE_LOCALE } from '../../../../i18n/locales.ts';

/** The catalogue of services in CPSV-AP_IT. */
export async function services(): Promise<LinkedData> {
  const sheets = await Promise.all(languages.map(async ({ code }) => [code, await listSheets(code)] as const));
  const topics = await listTopics(SOURCE_LOCALE);
  return cpsvCatalogue({
    sheets: new Map(sheets),
    enti: await listEnti(),
    eurovoc: new Map(topics.flatMap(({ slug, facts }) => (facts.eurovoc === undefined ? [] : [[slug, facts.eurovoc] as const]))),
    site: new URL(import.meta.env.SITE),
  });
}

/** The datasets in DCAT-AP_IT. */
export async function datasets(): Promise<LinkedData> {
  const now = new Date().toISOString();
  const alerts = (await listAlerts(SOURCE_LOCALE)).filter(({ facts }) => now < facts.validUntil);
  return dcatCatalogue(
    [
      {
        id: 'servizi',
        title: 'Catalogo dei servizi pubblici',
        description: 'Che cosa sono i servizi degli enti del territorio, a chi servono, come si ottengono, quanto costano e chi ne risponde.',
        keywords: ['servizi pubblici', 'catalogo dei servizi', 'CPSV-AP_IT'],
        updated: newest(await listSheets(SOURCE_LOCALE)),
        files: [...catalogueFiles, ...listFiles('servizi')],
      },
      {
        id: 'enti',
        title: 'Enti che danno servizi',
        description: 'Le amministrazioni del territorio che danno servizi, con codice IPA, codice fiscale, contatti e servizi.',
        keywords: ['pubbliche amministrazioni', 'enti', 'codice IPA'],
        updated: newest(await listEnti()),
        files: listFiles('enti'),
      },
      {
        id: 'argomenti',
        title: 'Argomenti dei servizi',
        description: 'Gli argomenti con cui sono ordinati i servizi, con il loro concetto di EuroVoc e i servizi di ciascuno.',
        keywords: ['argomenti', 'EuroVoc', 'classificazione'],
        updated: newest(await listTopics(SOURCE_LOCALE)),
        files: listFiles('argomenti'),
      },
      {
        id: 'eventi-della-vita',
        title: 'Guide ai momenti della vita',
        description: 'Che cosa fare, in quale ordine e con quali servizi quando qualcosa cambia nella vita di una persona o di un’impresa.',
        keywords: ['eventi della vita', 'guide', 'servizi pubblici'],
        updated: newest(await listLifeEvents(SOURCE_LOCALE)),
        files: listFiles('eventi-della-vita'),
      },
      {
        id: 'avvisi',
        title: 'Avvisi in corso',
        description: 'Gli avvisi e le allerte in vigore o in arrivo, con gravità, luogo, inizio e fine.',
        keywords: ['avvisi', 'allerte', 'protezione civile'],
        updated: newest(alerts),
        files: listFiles('avvisi'),
      },
    ],
    new URL(import.meta.env.SITE),
  );
}
