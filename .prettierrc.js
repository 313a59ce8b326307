module.exports = { useTabs: true, tabWidth: 4, semi: true, singleQuote: true, trailingComma: 'all', printWidth: 120 };
