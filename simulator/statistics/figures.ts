/** Figures over any kind of rows. */

export type Figure<T> = (rows: T[]) => number;
type Test<T> = (row: T) => boolean;
type Of<T> = (row: T) => number;

export const figuresOf = <T>() => {
	const all: Test<T> = () => true;
	const chosen = (of: Of<T>, test: Test<T>) => (rows: T[]) => rows.filter(test).map(of);
	const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
	return {
		count:
			(test: Test<T> = all): Figure<T> =>
			(rows) =>
				rows.filter(test).length,
		sum:
			(of: Of<T>, test: Test<T> = all): Figure<T> =>
			(rows) =>
				total(chosen(of, test)(rows)),
		average:
			(of: Of<T>, test: Test<T> = all): Figure<T> =>
			(rows) => {
				const values = chosen(of, test)(rows);
				return values.length === 0 ? 0 : total(values) / values.length;
			},
		most:
			(of: Of<T>, test: Test<T> = all): Figure<T> =>
			(rows) =>
				Math.max(0, ...chosen(of, test)(rows)),
		least:
			(of: Of<T>, test: Test<T> = all): Figure<T> =>
			(rows) => {
				const values = chosen(of, test)(rows);
				return values.length === 0 ? 0 : Math.min(...values);
			},
		/** How many of a hundred. */
		percent:
			(test: Test<T>, among: Test<T> = all): Figure<T> =>
			(rows) => {
				const base = rows.filter(among);
				return base.length === 0 ? 0 : (base.filter(test).length / base.length) * 100;
			},
	};
};
