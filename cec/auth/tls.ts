import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

export interface TlsOptions {
	skipSslCertificateValidation?: boolean;
	rejectUnauthorized?: boolean;
	agentOptions?: { ca: string };
}

/** The fields of every credential that say how to trust the server. */
export const trustProperties = (): INodeProperties[] => [
	{
		displayName: 'CA Certificate',
		name: 'ca',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: '-----BEGIN CERTIFICATE-----',
		description: 'PEM text of the authority that signed the certificate of CEC, where it is not a public one. n8n before 2.20 ignores it in runs.',
	},
	{
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'ignoreSslIssues',
		type: 'boolean',
		default: false,
		description: 'Whether to connect even if the certificate of CEC cannot be verified',
	},
];

/**
 * How to trust the server, from a credential's `ca` (PEM) and `ignoreSslIssues`. The same words go into every
 * request, so that tests, runs, pickers, downloads and n8n's HTTP Request node trust the same servers.
 */
export function tlsOptions(credential: ICredentialDataDecryptedObject): TlsOptions {
	const ca = typeof credential.ca === 'string' ? credential.ca.trim() : '';
	return {
		// n8n's two request helpers know the switch by two names.
		...(credential.ignoreSslIssues === true && { skipSslCertificateValidation: true, rejectUnauthorized: false }),
		...(ca !== '' && { agentOptions: { ca: restoreLines(ca) } }),
	};
}

/** A PEM text pasted into a single-line field arrives with blanks for line breaks. */
function restoreLines(pem: string): string {
	if (pem.includes('\n')) return pem;
	return pem
		.replace(/-----(BEGIN|END) CERTIFICATE-----/g, (line) => line.replace(/ /g, '_'))
		.replace(/\s+/g, '\n')
		.replace(/_/g, ' ');
}
