import { listenForKeys } from "./keys.js";

listenForKeys(document);
