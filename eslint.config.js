import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.cache', 'build', 'data', 'node_modules', 'app/db/generated', 'public'] },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/only-throw-error': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'no-console': 'error',
    },
  },
  { files: ['tests/**/*.{ts,tsx}'], rules: { 'react-hooks/rules-of-hooks': 'off' } }, // useDatabase() is no hook
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
);
