import type { CredentialName, Family } from '../catalogue/family';

/** The knowledge base (chapter 9). Its tables name the code otherwise than its samples. */
const common = {
	title: 'The knowledge base of CEC',
	contentType: 'application/json; charset=UTF-8',
	envelope: { codes: ['resultCode', 'returnCode'], texts: ['description', 'message'] },
	isSuccess: (code: string) => code === '0',
	codes: {},
};

const family = (name: string, credential: CredentialName, wayIn: string[]): Family => ({ ...common, name, credential, wayIn });

/** By a token of SIA (9.1.1). */
export const knowledge = family('knowledge', 'huaweiCecKnowledgeBaseApi', ['X-Access-Token', 'X-TenantSpaceID']);

/** By a signature (9.1.2); the body then names call center and VDN. */
export const signedKnowledge = family('signedKnowledge', 'huaweiCecSignatureApi', ['Authorization']);

/** By the token of an app, as newer versions of CEC have it. */
export const appKnowledge = family('appKnowledge', 'huaweiCecAppApi', ['Authorization', 'x-app-key']);
