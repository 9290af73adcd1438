/** The sections of the area and their addresses below it. */
export const SECTIONS = {
  overview: '/',
  notices: '/notifiche/',
  payments: '/pagamenti/',
  health: '/salute/',
} as const;

export type Section = keyof typeof SECTIONS;

export const SECTION_NAMES = ['overview', 'notices', 'payments', 'health'] as const satisfies readonly Section[];

/** The section of a path below the area; an unknown one is the overview. */
export function sectionOfPath(path: string): Section {
  const withSlash = path.endsWith('/') ? path : `${path}/`;
  return SECTION_NAMES.find((name) => SECTIONS[name] === withSlash) ?? 'overview';
}
