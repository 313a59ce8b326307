/** What the interfaces of the knowledge base share: three ways in, each with a path of its own (9.1). */
import { fromCredential, type Fields } from '../../../cec/catalogue/field';
import type { Erratum, OperationSpec } from '../../../cec/catalogue/operation';
import { appKnowledge, signedKnowledge } from '../../../cec/families/knowledge';

const REST = '/rest/ccikbs/v1';
/** Where newer versions of CEC have the same interfaces. */
const APP = '/apiaccess/ccikbs/v1';

/** Whoever signs names call center and VDN, which a token stands for otherwise. */
const place: Fields = { ccId: fromCredential('ccId'), vdn: fromCredential('vdnId') };

/** An interface in its three forms; `path` is what follows the version. */
export function inEachWay(path: string, body: Fields): Pick<OperationSpec, 'request' | 'body' | 'ways'> {
	return {
		request: `POST ${REST}/${path}`,
		body,
		ways: {
			signature: { request: `POST ${REST}/${path}ByAKSK`, family: signedKnowledge, body: { ...body, ...place } },
			app: { request: `POST ${APP}/${path}`, family: appKnowledge },
		},
	};
}

export const KIND = { 1: 'Column', 2: 'Article', 3: 'Question and Answer' };

/** Letters read wrongly from print. */
export const misread: Erratum = { printed: 'cclid', sent: 'ccId', why: 'The digital edition of the vendor has ccId.' };
