/* pos-app.exe: Python in the folder beside, running pos-app. Built twice: for the window without a console, and for commands. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

#ifndef PYTHON_DLL
#error "PYTHON_DLL must name the library, for example L\"python313.dll\""
#endif

typedef int (*main_function)(int, wchar_t **);

static int fail(const wchar_t *sentence) {
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", sentence);
#else
    MessageBoxW(NULL, sentence, L"pos-app", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

static int start(void) {
    static wchar_t self[32768], folder[32768], library[32768], script[32768];
    DWORD length = GetModuleFileNameW(NULL, self, 32700);
    if (length == 0 || length >= 32600)
        return fail(L"The program does not know where it is installed.");
    wcscpy(folder, self);
    *wcsrchr(folder, L'\\') = 0;
    _snwprintf(library, 32767, L"%ls\\python\\" PYTHON_DLL, folder);
    _snwprintf(script, 32767, L"%ls\\lib\\pos_app_boot.py", folder);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (python == NULL)
        return fail(L"The program's own Python cannot be loaded. Please install pos-app again.");
    main_function run = (main_function)(void *)GetProcAddress(python, "Py_Main");
    if (run == NULL)
        return fail(L"The program's own Python is not the right one. Please install pos-app again.");

    int given = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
    /* Python's own words come first: what is written to pipes is UTF-8, and nothing of the caller's folder is imported. */
    wchar_t **all = calloc(given + 6, sizeof *all);
    if (words == NULL || all == NULL)
        return fail(L"There is not enough memory.");
    int count = 0;
    all[count++] = self;
    all[count++] = L"-P";
    all[count++] = L"-X";
    all[count++] = L"utf8";
    all[count++] = script;
    for (int at = 1; at < given; at++)
        all[count++] = words[at];
    return run(count, all);
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show) {
    (void)instance; (void)before; (void)line; (void)show;
    return start();
}
#endif
