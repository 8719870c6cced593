// Before the first paint: the theme and language that were chosen here, else those asked for, so that nothing flashes.
// A file of its own because the content security policy allows no script within the page.
(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const theme = kept('kardashev.theme');
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : light ? 'light' : 'dark';
  const language = kept('kardashev.language');
  const german = navigator.language.toLowerCase().startsWith('de');
  root.lang = language === 'en' || language === 'de' ? language : german ? 'de' : 'en';
})();
