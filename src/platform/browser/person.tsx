import { createContext, useContext, type ReactNode } from 'react';

/** What the sections need to know of the signed-in person and of where the portal leads. */
export interface Person {
  givenName: string;
  familyName: string;
  /** Without an Italian fiscal code no source of the area can be asked. */
  hasFiscalCode: boolean;
  /** Signs in again at level 2 with the same way in, and comes back to this page. */
  stepUpHref: string;
  links: AreaLinks;
  portalName: string;
}

/** Places outside the area, from the portal's configuration. */
export interface AreaLinks {
  pay: string;
  health: string;
  assistance: string;
}

const PersonContext = createContext<Person | null>(null);

export function PersonProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>;
}

/** The signed-in person. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('usePerson is used outside PersonProvider');
  return person;
}
