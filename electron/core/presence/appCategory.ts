/** What kind of program a name stands for: well-known ones of the three systems; a person's own choice comes before. */
import type { AppCategory } from './minuteRecord.ts'

/** Names in lower case, without endings. Browsers are `other`: what is in them is not known. */
const WELL_KNOWN: Record<Exclude<AppCategory, 'other'>, readonly string[]> = {
  comms: [
    ...['thunderbird', 'betterbird', 'evolution', 'geary', 'kmail', 'kontact', 'mailspring', 'claws-mail'],
    ...['mail', 'apple mail', 'outlook', 'microsoft outlook', 'olk', 'hxoutlook', 'spark', 'airmail'],
    ...['proton mail', 'proton-mail', 'tutanota', 'tuta', 'emclient', 'mailbird', 'postbox'],
    ...[
      'slack',
      'slackmacgap',
      'teams',
      'ms-teams',
      'msteams',
      'microsoft teams',
      'teams2',
      'teams-for-linux',
    ],
    ...['zoom', 'zoom.us', 'zoomus', 'webex', 'ciscocollabhost', 'skype', 'discord', 'vesktop', 'facetime'],
    ...['signal', 'signal-desktop', 'telegram', 'telegram-desktop', 'telegramdesktop', 'whatsapp', 'zapzap'],
    ...['messages', 'element', 'element-desktop', 'fractal', 'dino', 'gajim', 'pidgin', 'hexchat', 'polari'],
    ...['mattermost', 'mattermost-desktop', 'rocket.chat', 'rocketchat', 'zulip', 'wire', 'threema', 'viber'],
  ],
  dev: [
    ...[
      'code',
      'code - insiders',
      'visual studio code',
      'vscode',
      'codium',
      'vscodium',
      'code-oss',
      'cursor',
    ],
    ...['windsurf', 'zed', 'dev.zed.zed', 'sublime_text', 'sublime text', 'sublime-text', 'atom', 'pulsar'],
    ...[
      'idea',
      'idea64',
      'intellij idea',
      'jetbrains-idea',
      'pycharm',
      'pycharm64',
      'webstorm',
      'webstorm64',
    ],
    ...['goland', 'goland64', 'clion', 'clion64', 'rider', 'rider64', 'phpstorm', 'phpstorm64', 'rubymine'],
    ...[
      'rustrover',
      'rustrover64',
      'datagrip',
      'datagrip64',
      'android studio',
      'studio64',
      'devenv',
      'xcode',
    ],
    ...['visual studio', 'terminal', 'gnome-terminal', 'gnome-terminal-server', 'ptyxis', 'kgx', 'console'],
    ...['konsole', 'yakuake', 'kitty', 'alacritty', 'wezterm', 'wezterm-gui', 'foot', 'ghostty', 'iterm2'],
    ...[
      'windowsterminal',
      'windows terminal',
      'powershell',
      'pwsh',
      'cmd',
      'conhost',
      'warp',
      'tilix',
      'xterm',
    ],
    ...[
      'terminator',
      'xfce4-terminal',
      'lxterminal',
      'mintty',
      'gvim',
      'neovide',
      'emacs',
      'kate',
      'kdevelop',
    ],
    ...['builder', 'gnome-builder', 'qtcreator', 'eclipse', 'netbeans', 'postman', 'insomnia', 'bruno'],
    ...[
      'dbeaver',
      'gitkraken',
      'sourcetree',
      'github desktop',
      'githubdesktop',
      'git-gui',
      'gitk',
      'rstudio',
    ],
    ...['docker desktop', 'meld', 'notepad++', 'bbedit', 'nova', 'spyder', 'matlab', 'arduino ide'],
  ],
  docs: [
    ...[
      'winword',
      'excel',
      'powerpnt',
      'onenote',
      'microsoft word',
      'microsoft excel',
      'microsoft powerpoint',
    ],
    ...[
      'microsoft onenote',
      'soffice',
      'libreoffice',
      'libreoffice-writer',
      'libreoffice-calc',
      'writer',
      'calc',
    ],
    ...['libreoffice-impress', 'impress', 'desktopeditors', 'onlyoffice', 'wps', 'wpp', 'et', 'abiword'],
    ...['gnumeric', 'pages', 'numbers', 'keynote', 'preview', 'textedit', 'notes', 'notepad', 'wordpad'],
    ...[
      'gnome-text-editor',
      'texteditor',
      'gedit',
      'kwrite',
      'mousepad',
      'xed',
      'evince',
      'papers',
      'okular',
    ],
    ...['acrobat', 'acrord32', 'adobe acrobat', 'adobe acrobat reader', 'foxitpdfreader', 'foxitreader'],
    ...['sumatrapdf', 'zathura', 'xreader', 'atril', 'qpdfview', 'xournalpp', 'obsidian', 'notion', 'logseq'],
    ...['joplin', 'typora', 'zettlr', 'bear', 'craft', 'evernote', 'simplenote', 'zotero', 'mendeley'],
    ...['texstudio', 'texmaker', 'lyx', 'scrivener', 'ulysses', 'ia writer', 'calibre', 'scribus'],
  ],
  media: [
    ...['vlc', 'mpv', 'io.mpv.mpv', 'totem', 'showtime', 'celluloid', 'smplayer', 'haruna', 'dragon'],
    ...['spotify', 'music', 'apple music', 'itunes', 'tv', 'podcasts', 'rhythmbox', 'elisa', 'clementine'],
    ...[
      'strawberry',
      'lollypop',
      'amberol',
      'audacious',
      'deadbeef',
      'foobar2000',
      'winamp',
      'tidal',
      'deezer',
    ],
    ...['netflix', 'plex', 'plex-htpc', 'kodi', 'jellyfin', 'jellyfinmediaplayer', 'stremio', 'freetube'],
    ...['wmplayer', 'windows media player', 'microsoft.media.player', 'video.ui', 'quicktime player', 'iina'],
  ],
}

const BY_NAME: ReadonlyMap<string, AppCategory> = new Map(
  Object.entries(WELL_KNOWN).flatMap(([category, names]) =>
    names.map((name) => [name, category as AppCategory] as const),
  ),
)

/** One name for a program, however the system writes it: lower case, no folder, no ending. */
export function programName(app: string): string {
  const name = app.trim().toLowerCase().split(/[\\/]/).at(-1) ?? ''
  return name.replace(/\.(exe|app|desktop|bin|appimage)$/, '')
}

/** `org.gnome.Evince` goes by its last word. */
function lastWord(name: string): string {
  return /^[\w-]+(\.[\w-]+){2,}$/.test(name) ? (name.split('.').at(-1) ?? name) : name
}

/** The category of a program by its name from `programName`. */
export function appCategory(name: string, chosen: ReadonlyMap<string, AppCategory>): AppCategory {
  return chosen.get(name) ?? BY_NAME.get(name) ?? BY_NAME.get(lastWord(name)) ?? 'other'
}
