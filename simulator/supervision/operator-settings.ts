import { z } from 'zod';

/** What the operator has set up in the gateway, by the preconditions of 13.1. */
export const operatorSettings = z
	.object({
		/** Every call is recorded, whoever wants it. */
		recordsCalls: z.boolean(),
		/** IF_ENABLE_AGENT_SELFRECORD: agents may record (13.1.1.9). */
		agentsRecord: z.boolean(),
		/** Agents may say where their recordings are stored (500-011). */
		agentsNameFiles: z.boolean(),
		/** The recording component of agents' computers is running (13.1.1.7). */
		recordsScreens: z.boolean(),
		/** Recordings may be downloaded (104-001). */
		givesRecordings: z.boolean(),
		/** VIDEO_DOWNLOAD_FLAG (108-001). */
		givesVideos: z.boolean(),
		/** There is a recording server of its own, which is asked by call (13.1.2.2, 108-014). */
		hasRecordingServer: z.boolean(),
		/** There are several nodes, and files are named with theirs (104-010). */
		isPool: z.boolean(),
		/** Who records videos: the platform into files, or a conference server (13.1.3.1). */
		videos: z.enum(['files', 'conferenceServer']),
	})
	.partial()
	.strict();

export type OperatorSettingsGiven = z.input<typeof operatorSettings>;
export type OperatorSettings = Required<z.output<typeof operatorSettings>>;

export const usual: OperatorSettings = {
	recordsCalls: true,
	agentsRecord: true,
	agentsNameFiles: true,
	recordsScreens: true,
	givesRecordings: true,
	givesVideos: true,
	hasRecordingServer: true,
	isPool: false,
	videos: 'files',
};
