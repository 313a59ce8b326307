/** What a signature proves of the callback that came with it. */
export type Verdict = 'genuine' | 'unsigned' | 'wrong' | 'stale';
