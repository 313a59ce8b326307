export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)];
}

export const perSecond = (count: number, ms: number): string => Math.round((count * 1000) / ms).toLocaleString('en');
