/** What a tenant sets on the pages "双呼配置" and "语音通知配置" (6.2.14.1, 14.4.1), and how the pushes are written. */
export interface CallbackSettings {
	connectedUrl: string | null;
	releasedUrl: string | null;
	notificationReleasedUrl: string | null;
	/** Signs pushes to URLs that came with a request; the two pages have one each, here they share it. */
	sharedKey: string | null;
	/** Hosts, with or without a port, that such URLs may name; null lets all in. */
	trustlist: string[] | null;
	/** The samples are printed maps of Java and name no content type. */
	format: 'json' | 'form';
	/** Fields without a value are signed either way. */
	nulls: 'sent' | 'dropped';
}

export const untouched = (): CallbackSettings => ({
	connectedUrl: null,
	releasedUrl: null,
	notificationReleasedUrl: null,
	sharedKey: null,
	trustlist: null,
	format: 'json',
	nulls: 'sent',
});

const ALLOWED = /^https?:\/\/[A-Za-z0-9\-:./_#?&]+$/;

/** The URL inside a callBackUrl, or undefined for one to be refused with code 9. */
export function acceptedUrl(settings: CallbackSettings, given: string): string | undefined {
	const bytes = Buffer.from(given, 'base64');
	if (bytes.toString('base64') !== given) return undefined;
	const url = bytes.toString('utf8');
	if (!ALLOWED.test(url) || !URL.canParse(url)) return undefined;
	const { host, hostname } = new URL(url);
	const { trustlist } = settings;
	return trustlist === null || trustlist.includes(host) || trustlist.includes(hostname) ? url : undefined;
}
