import { expect, it } from 'vitest';
import { linkIn } from './links.ts';

it.each([
  ['/servizi/bollo-auto/', '/fr/servizi/bollo-auto/'],
  ['/servizi/?argomento=casa#elenco', '/fr/servizi/?argomento=casa#elenco'],
  ['/en/servizi/bollo-auto/', '/en/servizi/bollo-auto/'],
  ['/portal/share.png', '/portal/share.png'],
  ['/api/catalogo/v1/status', '/api/catalogo/v1/status'],
  ['https://www.example.it/', 'https://www.example.it/'],
  ['//www.example.it/', '//www.example.it/'],
  ['mailto:a@example.it', 'mailto:a@example.it'],
  ['#costi', '#costi'],
])('%s leads a French reader to %s', (address, expected) => {
  expect(linkIn(address, 'fr')).toBe(expected);
});

it('changes nothing for Italian readers', () => {
  expect(linkIn('/servizi/bollo-auto/', 'it')).toBe('/servizi/bollo-auto/');
});
