import { listenForKeys } from "./keys.js";
import { listenForMore } from "./more.js";

listenForKeys(document);
listenForMore(document);
