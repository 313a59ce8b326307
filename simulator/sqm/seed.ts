/** Who works in quality inspection, by the id that the page of the staff shows. All of it is invented. */
export interface Operator {
	userId: string;
	name: string;
}

export const operators: Operator[] = [
	{ userId: '1652268429538866103', name: 'manager.one' },
	{ userId: '1652268429538866104', name: 'inspector.one' },
	{ userId: '1652268429538866105', name: 'inspector.two' },
];
