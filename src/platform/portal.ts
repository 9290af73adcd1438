import * as z from 'zod/mini';
import portalFile from '../../content/portal.json' with { type: 'json' };
import { isBodyFiscalCode } from '../domain/fiscal-code.ts';

const level = z.union([z.literal(1), z.literal(2)]);
const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));

const ente = z.object({
  /** Code in the index of public administrations (IPA). */
  ipa: z.string(),
  name: z.string(),
  fiscalCode: z.string().check(z.refine(isBodyFiscalCode, 'must be the 11-digit fiscal code of a body')),
});

const acrValues = z.array(z.string()).check(z.minLength(1));

const wayIn = z.object({
  id: z.string().check(z.regex(/^[a-z]+$/)),
  name: z.string(),
  help: z.url(),
  /** The `acr` values of each level: the first is the one asked for, any of them is taken (a higher one is enough). */
  levels: z.object({ 1: z.optional(acrValues), 2: acrValues }),
  /** The level asked when nothing more is needed. */
  defaultLevel: level,
  /** What tells the OpenID provider which way the person has chosen. */
  parameters: z._default(z.record(z.string(), z.string()), {}),
  /** Entity ids of the identity providers that `/auth/login?idp=` may name. */
  identityProviders: z._default(z.array(z.string()), []),
});

const portalSchema = z.object({
  name: z.string(),
  administration: z.object({
    name: z.string(),
    ipa: z.string(),
    url: z.url(),
    logo: z.string(),
    /** The picture that stands beside links to the portal elsewhere: 1200 x 630. */
    picture: z.string(),
    address: z.string(),
    fiscalCode: z.string(),
    vatNumber: z.string(),
    certifiedMail: z.string(),
    assistance: z.url(),
  }),
  legalLinks: z.object({
    transparency: z.url(),
    dataProtectionOfficer: z.url(),
    accessibilityStatement: z.url(),
    license: z.url(),
  }),
  /** Where weaknesses are reported (RFC 9116): an address of a page or of mail. */
  security: z.object({ contact: z.string().check(z.regex(/^(https:\/\/|mailto:)/)) }),
  territory: z.object({ country: z.string(), region: z.string() }),
  languages: z.array(z.object({ code: z.string(), name: z.string(), dir: z.enum(['ltr', 'rtl']) })),
  colours: z.object({ accent: colour, accentDark: colour }),
  enti: z.array(ente),
  sources: z.object({
    notices: z.object({ system: z.literal('notify'), name: z.string(), minimumLevel: level }),
    payments: z.object({
      system: z.literal('piemontepay'),
      name: z.string(),
      minimumLevel: level,
      /** IPA codes of the enti to ask, in the order they are asked. */
      enti: z.array(z.string()),
      /** Where a notice is paid with its number and the ente's fiscal code. */
      payUrl: z.url(),
    }),
    health: z.object({
      system: z.literal('health-front-door'),
      name: z.string(),
      minimumLevel: level,
      /** The public site of the health services. */
      url: z.url(),
    }),
  }),
  /** Where visits are measured (Web Analytics Italia is a Matomo): its address with a slash at the end; null: nowhere. */
  analytics: z.nullable(z.object({ url: z.url().check(z.endsWith('/')), siteId: z.string().check(z.regex(/^\w+$/)) })),
  identity: z.object({
    session: z.object({ idleMinutes: z.number(), absoluteMinutes: z.number() }),
    /** Names of the identity attributes in the ID token. */
    claims: z.object({
      fiscalNumber: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      dateOfBirth: z.string(),
    }),
    providers: z.array(wayIn),
  }),
});

/** The one configuration of the portal: everything that another administration would change. */
export type Portal = z.infer<typeof portalSchema>;
export type Ente = z.infer<typeof ente>;
export type WayIn = z.infer<typeof wayIn>;

/** Level of assurance of an identity, as SPID numbers them. */
export type AssuranceLevel = z.infer<typeof level>;

export const portal: Portal = portalSchema.parse(portalFile);

/** The ente with this IPA code; a code that the configuration lacks is an author's mistake and stops the build. */
export function enteByIpa(ipa: string): Ente {
  const found = portal.enti.find((one) => one.ipa === ipa);
  if (!found) throw new Error(`The ente "${ipa}" is not among the enti of content/portal.json.`);
  return found;
}
