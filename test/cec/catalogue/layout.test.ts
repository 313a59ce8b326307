/** Names on the wire, as the node's fields and the exported catalogue tell them. */
import { constant, rows, section, text, type Fields } from '../../../cec/catalogue/field';
import { byOffset } from '../../../cec/catalogue/paging';
import { layoutOf } from '../../../cec/catalogue/layout';
import { fieldsOf } from '../../../scripts/catalogue/export';
import { invented } from '../../support/invented';

const body: Fields = {
	id: text('ID').required(),
	about: section({ title: text('Title'), kind: constant('K') }).required(),
	conditions: rows('Conditions', 'Condition', { field: text('Field').required() }).otherwise([{ field: 'id' }]),
};

const wires = (more: object = {}) => {
	const operation = invented({ body, query: { mode: text('Mode') }, ...more });
	const { top, optional, silent } = layoutOf(operation);
	const exported = fieldsOf(operation).filter((field) => field.in !== 'header');
	return { shown: [...top, ...optional, ...silent].map(({ wire }) => wire), exported };
};

test('begin where the body begins', () => {
	const { shown, exported } = wires();
	expect(shown.sort()).toEqual(['about.kind', 'about.title', 'conditions[]', 'id', 'mode']);
	expect(exported.map(({ wire }) => wire).sort()).toEqual(['about', 'about.kind', 'about.title', 'conditions', 'conditions[].field', 'id', 'mode']);
});

test('begin with brackets where the body is the only entry of a list', () => {
	const { shown, exported } = wires({ bodyInList: true });
	expect(shown.sort()).toEqual(['[].about.kind', '[].about.title', '[].conditions[]', '[].id', 'mode']);
	expect(exported.map(({ wire }) => wire).sort()).toEqual([
		...['[].about', '[].about.kind', '[].about.title', '[].conditions', '[].conditions[].field', '[].id'],
		'mode',
	]);
});

test('begin with the key under which the body is sent, pages included', () => {
	const { shown, exported } = wires({ bodyIn: 'param', page: byOffset({ max: 10 }) });
	expect(shown.sort()).toEqual(['mode', 'param.about.kind', 'param.about.title', 'param.conditions[]', 'param.id']);
	expect(exported.map(({ wire }) => wire).sort()).toEqual([
		...['mode', 'param', 'param.about', 'param.about.kind', 'param.about.title', 'param.conditions', 'param.conditions[].field'],
		...['param.id', 'param.limit', 'param.offset'],
	]);
});

test('what is sent even where it is left empty is required there', () => {
	const required = wires().exported.filter((field) => field.required);
	expect(required.map(({ wire }) => wire)).toEqual(['about', 'id', 'conditions', 'conditions[].field']);
});
