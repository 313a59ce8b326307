/** A family is a set of interfaces that share a host, a way in, an envelope, error codes and habits. */

export type CredentialName =
	| 'huaweiCecAgentApi'
	| 'huaweiCecAppApi'
	| 'huaweiCecBotApi'
	| 'huaweiCecGatewayAdminApi'
	| 'huaweiCecItaApi'
	| 'huaweiCecKnowledgeBaseApi'
	| 'huaweiCecSignatureApi'
	| 'huaweiCecSoftwareCloudApi'
	| 'huaweiCecTicketApi';

/** What an error code means and what the user can do about it. */
export interface Explanation {
	means: string;
	remedy?: string;
}

export type Codes = Record<string, Explanation>;

export interface Family {
	name: string;
	/** What the family is called in messages and documents. */
	title: string;
	credential: CredentialName;
	/** `Content-Type` of every request, bodies or not. */
	contentType: string;
	/** Keys that may hold the result code, and those that may hold its text, in order of preference. */
	envelope: { codes: string[]; texts: string[] };
	/** Whether a code means success. */
	isSuccess(code: string): boolean;
	/** Codes inside an HTTP 200 that say the token has expired. */
	expiredCodes?: string[];
	/** Codes that say the server did nothing and the same request may be repeated. */
	nothingDoneCodes?: string[];
	codes: Codes;
	/** What is written where there is no value; simplified answers have null instead. */
	placeholders?: ReadonlySet<unknown>;
	/** Finds, in the text, the code of a system behind that says more than the code of the answer; explained among the others. */
	codeInText?: RegExp;
	/** Requests belong to the session of an agent, which items carry and which takes one request at a time. */
	session?: true;
	/** Codes that say that this session is over. */
	sessionOverCodes?: ReadonlySet<string>;
	/** Codes of refused sign-ins that lock the account when they are tried again and again. */
	lockingCodes?: ReadonlySet<string>;
	/** Headers that carry the way in, for the exported catalogue; those of the app API when left out. */
	wayIn?: string[];
	/** Path of the key in the body that carries it instead. */
	wayInBody?: string;
	/** Requests a second that the reference allows, over all operations of the family. */
	requestsPerSecond?: number;
}
