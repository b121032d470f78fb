/** What `bootstrap()` returns: the programs that run the workspace. */
export interface Tools {
  node: string;
  yarn: string;
}

export interface PortalOptions {
  port: number;
  /** Configuration files, relative to the root; later ones win. */
  configs: string[];
  env?: Record<string, string>;
  /** File that takes the output of the backend; ours takes it otherwise. */
  log?: string;
  dev?: boolean;
}

export interface Portal {
  url: string;
  /** Process group of the portal; its leader's id. */
  pid: number;
  /** Ends the portal and all it started. */
  stop(): Promise<void>;
  /** Kills the portal and all it started at once, as a power cut would. */
  kill(): Promise<void>;
  ended: Promise<{ code?: number; signal?: string; error?: Error }>;
}

export function startPortal(
  tools: Tools,
  options: PortalOptions,
): Promise<Portal>;
