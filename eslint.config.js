import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A room may import from itself and from the rooms named; patterns take in every new file without an edit. */
const room = (type, ...others) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: [type, ...others] } } } },
});

export default defineConfig(
  globalIgnores(['dist', 'dist-static-demo', '.astro', '.cache', 'test-results']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allow: [{ name: 'URLSearchParams', from: 'lib' }] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Handlers of one shape are all async, whether or not the one at hand has something to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['**/*.tsx'], extends: [hooks.configs.flat.recommended] },
  astro.configs.recommended,
  { files: ['**/*.mjs', '**/*.js', '**/*.astro'], rules: { 'no-undef': 'off' } },
  {
    files: ['src/**', 'mocks/**'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.astro', '.json', '.scss'] } },
      'boundaries/files': [
        { category: 'test', pattern: '**/*.test.{ts,tsx}' },
        { category: 'server', pattern: ['src/platform/server/**', 'src/features/*/sources/**', 'src/features/*/*.api.ts'] },
        {
          category: 'browser',
          pattern: ['src/**/*.tsx', 'src/**/*.queries.ts', 'src/platform/browser/**', 'src/domain/**', 'src/i18n/**', 'src/ui/**', 'src/widgets/**'],
        },
      ],
      'boundaries/elements': [
        { type: 'domain', pattern: 'src/domain' },
        { type: 'i18n', pattern: 'src/i18n' },
        { type: 'content-model', pattern: 'src/content-model' },
        { type: 'ui', pattern: 'src/ui' },
        { type: 'layouts', pattern: 'src/layouts' },
        { type: 'platform-server', pattern: 'src/platform/server' },
        { type: 'platform', pattern: 'src/platform' },
        { type: 'area', pattern: 'src/features/area' },
        { type: 'feature', pattern: 'src/features/*', capture: ['name'] },
        { type: 'widgets', pattern: 'src/widgets' },
        { type: 'pages', pattern: 'src/pages' },
        { type: 'mocks', pattern: 'mocks' },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            room('domain'),
            room('i18n', 'domain'),
            room('content-model', 'domain', 'i18n'),
            room('ui', 'domain', 'i18n'),
            room('platform', 'domain', 'i18n'),
            room('platform-server', 'platform', 'domain', 'i18n'),
            room('layouts', 'ui', 'domain', 'i18n', 'platform'),
            {
              from: { element: { type: 'feature' } },
              allow: { to: { element: { types: { anyOf: ['content-model', 'ui', 'domain', 'i18n', 'platform', 'platform-server'] } } } },
            },
            // Never another feature: what two share moves down into ui, platform or domain.
            {
              from: { element: { type: 'feature' } },
              allow: { to: { element: { type: 'feature', captured: { name: '{{ from.element.captured.name }}' } } } },
            },
            room('area', 'feature', 'ui', 'domain', 'i18n', 'platform'),
            room('widgets', 'domain', 'i18n'),
            room('pages', 'layouts', 'feature', 'area', 'content-model', 'ui', 'domain', 'i18n', 'platform', 'platform-server'),
            room('mocks', 'domain'),
            // Tests set adapters against the imitated back ends.
            { from: { file: { categories: 'test' } }, allow: { to: { element: { types: { anyOf: ['mocks', 'platform-server', 'feature', 'pages'] } } } } },
            // What runs in the browser never reaches what runs on the server only.
            {
              from: { file: { categories: 'browser' } },
              disallow: { to: { file: { categories: 'server' } } },
              message: 'Code that runs in the browser must not import server-only code.',
            },
          ],
        },
      ],
    },
  },
);
