import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.stryker-tmp/', 'dist/', 'node_modules/', '.data/', 'coverage/', '**/*.mjs', '**/*.cjs', 'libs/platform/src/pages/assets/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['../../../*'], message: 'Climb by a prefix: #domain, #features, #platform.' }] }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='forwardRef']", message: 'forwardRef hides a cycle, and a cycle is a crash under ESM.' },
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only libs/platform/src/config reads the environment.' },
        { selector: "Decorator[expression.callee.name='InjectRepository']", message: 'Repositories come from the unit of work.' },
      ],
    },
  },
  { files: ['libs/platform/src/config/**', 'test/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['apps/**', 'test/**'], rules: { 'no-restricted-imports': 'off' } },
);
