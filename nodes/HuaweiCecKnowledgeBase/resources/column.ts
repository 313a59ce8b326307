import { entries, nameOf } from '../../../cec/catalogue/answer';
import { pick } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { knowledge } from '../../../cec/families/knowledge';
import { inEachWay, KIND, misread } from './shared';

/** Columns are the folders of the knowledge base. */
export const ROOT = '0';

export const column = resource('column', 'Column', knowledge, {
	getMany: operation('9.2.2', {
		name: 'Get Many',
		action: 'Get many columns',
		description: 'Get the columns that are directly below a column',
		...inEachWay('columnkngapi/queryColumnsBySuperCode', {
			beyondColuId: pick('columns', 'Parent Column', 'The column whose columns are wanted; ID 0 is the top').startsAs(ROOT).required(),
		}),
		risk: 'read',
		answer: entries('datas', { adds: { kind: nameOf('coluKngType', KIND) } }),
		errata: [{ printed: 'beyondCoulid, beyondColuld', sent: 'beyondColuId', why: 'So the sample, whose l stands for I.' }, misread],
	}),
});
