import { readdirSync } from 'node:fs';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { linear, written } from './scripts/lib/eslint-regexp.mjs';

/** A file over 300 lines is a concept without a name; `libs/shared` is pure; tests are never skipped. */
const house = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-control-regex': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
  '@typescript-eslint/no-extraneous-class': 'off',
  '@typescript-eslint/no-confusing-void-expression': 'off',
};

const boundary = (patterns, message) => ({ 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] });

/** Walls that an editor shows while one writes; testing/house/walls.spec.ts reads all of them at once. Layers of the site, from the lowest. */
const LAYERS = ['ui', 'live', 'api', 'session', 'page', 'scrittura'];
const WEB_KNOWS = { group: ['@nestjs/*', 'typeorm', 'pg', '**/apps/api/**'], message: 'The web knows the API only through libs/shared.' };
const API_KNOWS = {
  group: ['@angular/*', '**/apps/web/**', 'pg', 'pg-pool'],
  message: 'The API knows nothing of the web; connections are those of platform/database/pg.ts.',
};
const features = root =>
  readdirSync(new URL(root, import.meta.url), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
const folders = (names, message) => ({ regex: `^(\\.\\./)+(${names.join('|')})/`, message });
const walled = (files, known, names, message) => ({
  files,
  ignores: ['**/*.spec.ts', 'apps/api/src/platform/database/{pg,open}.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns: [known, folders(names, message)] }] },
});
const ABOVE = features('./apps/web/src/app/').filter(name => !LAYERS.includes(name));
const WALLS = [
  walled(['apps/web/src/app/*/**/*.ts'], WEB_KNOWS, ['shell'], 'The shell knows the features, and no feature knows the shell.'),
  ...LAYERS.map((layer, i) =>
    walled(
      [`apps/web/src/app/${layer}/**/*.ts`],
      WEB_KNOWS,
      [...LAYERS.slice(i + 1), ...ABOVE],
      `Layers of the site know those below: ${LAYERS.join(' < ')} < features < shell.`,
    ),
  ),
  { files: ['apps/web/src/app/shell/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [WEB_KNOWS] }] } },
  walled(
    ['apps/api/src/platform/**/*.ts'],
    API_KNOWS,
    // Folders of both have one name: the test alone can tell them apart.
    features('./apps/api/src/').filter(name => name !== 'platform' && !features('./apps/api/src/platform/').includes(name)),
    'Platform holds technique, and knows no feature: features register what they bring.',
  ),
];
const NO_SKIP = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme)$/]',
  message: 'No test is skipped, focused or left for later.',
};
/** Connections that end the process when they are lost, and promises that stay rejected for ever: each has one place that knows better. */
const FRAGILE = [
  {
    selector: "NewExpression[callee.name='DataSource']",
    message: 'openDatabase() of platform/database/open.ts: its connections survive their own loss.',
  },
  {
    selector:
      ":matches(PropertyDefinition, VariableDeclarator > Identifier) > TSTypeAnnotation > TSUnionType > TSTypeReference[typeName.name='Promise']",
    message: 'remember() of platform/remember.ts: a promise kept by hand keeps its failure for ever.',
  },
  {
    selector: "AssignmentExpression[operator='??='] > :matches(ImportExpression, AwaitExpression, TSAsExpression > ImportExpression).right",
    message: 'remember() of platform/remember.ts: a promise kept by hand keeps its failure for ever.',
  },
  {
    selector:
      "LogicalExpression[operator='??'][right.value=''] > CallExpression.left > MemberExpression[object.name=/segret|secret|rinunce/i], LogicalExpression[operator='??'][right.value=''] > CallExpression.left > MemberExpression[object.property.name=/segret|secret|rinunce/i]",
    message: 'secretOf() of platform/tokens/secret.ts: no secret has an empty default.',
  },
];

/** Stories wait for things: never for a time, and never on a page that is not alive yet. */
const NO_GOTO = {
  selector: 'CallExpression[callee.property.name=/^(goto|reload|waitForTimeout|waitForLoadState)$/]',
  message: 'Open pages with vai, vaiSenzaScript or ricarica (support/vai.ts), and wait for a thing.',
};
const NO_LIMIT = {
  selector: 'CallExpression[callee.property.name=/^(setTimeout|setDefaultTimeout|setDefaultNavigationTimeout)$/]',
  message: 'Limits stand in playwright.config.ts, for a machine ten times slower.',
};
/** While a row that was asked for is not drawn yet, the last one is another. */
const NO_LAST = {
  selector: 'CallExpression[callee.property.name="last"]',
  message: 'Say which one by its name (`Punto 2`): on a slow machine the last is the one before.',
};

const NO_OWN_LIMIT = {
  selector:
    ':matches(CallExpression[callee.name=/^(it|test|beforeAll|beforeEach|afterAll|afterEach)$/], CallExpression[callee.type=/^(CallExpression|TaggedTemplateExpression)$/]) > Literal.arguments[value>=1000]',
  message: 'Tests have no limits of their own: a machine may be ten times slower.',
};

/** Files that people send go to disk as they come. */
const NO_WHOLE_FILE = {
  selector: "CallExpression[callee.property.name='toBuffer']",
  message: 'An upload is never whole in memory: give its stream to Uploads, BlobStore or WaitingRoom.',
};

/** What needs more is two things. */
const FEW_PARTS = {
  selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>5]",
  message: 'A constructor takes at most 5 parts: what needs more is two things.',
};

/** A promise that nobody waits for loses its failure: what is only begun says so with `void`. Asks the types, once for all projects. */
const PROMISES = {
  files: ['apps/**/*.ts', 'libs/**/*.ts', 'e2e/**/*.ts'],
  languageOptions: {
    parserOptions: {
      project: ['apps/api/tsconfig.spec.json', 'libs/shared/tsconfig.spec.json', 'apps/web/tsconfig.spec.json', 'e2e/tsconfig.json'],
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
};

const PRODUCT = ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'];
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.angular/**',
      'data/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      'apps/web/public/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    rules: { ...house, 'no-restricted-syntax': ['error', NO_SKIP] },
  },
  { files: ['apps/api/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', NO_SKIP, NO_WHOLE_FILE] } },
  { files: ['**/*.spec.ts'], ignores: ['e2e/**'], rules: { 'no-restricted-syntax': ['error', NO_SKIP, NO_OWN_LIMIT] } },
  {
    files: ['e2e/src/**/*.ts'],
    ignores: ['e2e/src/support/vai.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_SKIP, NO_GOTO, NO_LIMIT, NO_LAST] },
  },
  { files: ['**/*.ts', '**/*.mjs', '**/*.js'], ...linear },
  {
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts', 'apps/api/migrations/*.ts', 'scripts/**/*.mjs', 'apps/web/tools/**/*.mjs'],
    ignores: ['**/*.spec.ts'],
    ...written,
  },
  { files: ['apps/api/migrations/*.ts'], rules: { 'max-lines': 'off' } },
  PROMISES,
  {
    files: PRODUCT,
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }] },
  },
  // A spec shares one world: cut in two it would make it twice.
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['libs/shared/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: boundary(['node:*', '@nestjs/*', '@angular/*', 'typeorm', 'pg'], 'libs/shared is pure: no Node, Nest, Angular or database.'),
  },
  {
    files: ['apps/web/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [WEB_KNOWS] }] },
  },
  { files: ['apps/api/**/*.ts'], rules: boundary(['@angular/*', '**/apps/web/**'], 'The API knows nothing of the web.') },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/api/src/platform/database/{pg,open}.ts', 'apps/api/src/platform/remember.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [API_KNOWS] }],
      'no-restricted-syntax': ['error', NO_SKIP, NO_WHOLE_FILE, FEW_PARTS, ...FRAGILE],
    },
  },
  ...WALLS,
  {
    files: ['apps/web/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/no-input-rename': 'off',
    },
  },
  { files: ['apps/web/src/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
  {
    files: [
      'apps/api/src/cli/**/*.ts',
      'apps/api/src/main.ts',
      '**/testing/**/*.ts',
      'e2e/**/*.ts',
      '**/*.spec.ts',
      'apps/api/src/portal*.ts',
      'apps/web/src/main.ts',
      'apps/web/src/app/shell/navigation-failed.ts',
    ],
    rules: { 'no-console': 'off' },
  },
);
