import type { Interface } from '../interface';
import { downloadRoutes } from './download-routes';
import { inspectionRoutes } from './inspection-routes';
import { playingRoutes } from './playing-routes';
import { recordingRoutes } from './recording-routes';

/** Inspectors beside agents (12.1), and recordings: playing, making and fetching them (13.1). */
export const supervision: Interface[] = [...inspectionRoutes, ...playingRoutes, ...recordingRoutes, ...downloadRoutes];
