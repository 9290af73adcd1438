/** Where visits are measured: a Matomo, as Web Analytics Italia is. */
export interface Analytics {
  /** Its address, with a slash at the end. */
  url: string;
  siteId: string;
}

/** What Matomo is told before it starts, in its own words. Neither query nor fragment of the address ever leaves. */
export function commandsFor({ url, siteId }: Analytics, { origin, pathname }: { origin: string; pathname: string }): (string | boolean)[][] {
  return [
    ['disableCookies'],
    ['disableBrowserFeatureDetection'],
    ['setDoNotTrack', true],
    ['setCustomUrl', origin + pathname],
    ['setReferrerUrl', ''],
    ['setTrackerUrl', `${url}matomo.php`],
    ['setSiteId', siteId],
    ['trackPageView'],
  ];
}

/** Whether the browser says that its person does not want to be followed. */
export function isRefused(browser: object): boolean {
  return ('doNotTrack' in browser && browser.doNotTrack === '1') || ('globalPrivacyControl' in browser && browser.globalPrivacyControl === true);
}

/** The configuration that the page carries: `<meta name="analytics" content="https://… 123">`. */
export function readAnalytics(content: string | undefined): Analytics | null {
  const [url, siteId] = (content ?? '').split(' ');
  return url && siteId ? { url, siteId } : null;
}
