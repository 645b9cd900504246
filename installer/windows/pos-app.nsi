; The installer for one person, without administrator's rights. Run by `python3 -m installer windows`, which gives
; VERSION, NUMBERS, TITLE, PUBLISHER, STAGE (what to install), ICON, OUT and SIZE_KB.
;   /S            asks nothing          /D=FOLDER     where to; must be last
;   /AUTOSTART    starts the till with Windows
; The uninstaller: /S asks nothing and keeps the shop's data; /DATA removes it too.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\pos-app"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\pos-app"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${TITLE} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${TITLE} Setup"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\pos-app.exe"
!insertmacro MUI_PAGE_LICENSE "${STAGE}\licences\LICENSE.txt"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Czech"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Russian"

LangString PROGRAM ${LANG_ENGLISH} "Loyalty till"
LangString PROGRAM ${LANG_CZECH} "Věrnostní pokladna"
LangString PROGRAM ${LANG_GERMAN} "Treuekasse"
LangString PROGRAM ${LANG_RUSSIAN} "Касса лояльности"
LangString ON_DESKTOP ${LANG_ENGLISH} "Icon on the desktop"
LangString ON_DESKTOP ${LANG_CZECH} "Ikona na ploše"
LangString ON_DESKTOP ${LANG_GERMAN} "Symbol auf dem Desktop"
LangString ON_DESKTOP ${LANG_RUSSIAN} "Значок на рабочем столе"
LangString WITH_WINDOWS ${LANG_ENGLISH} "Start with Windows"
LangString WITH_WINDOWS ${LANG_CZECH} "Spouštět s Windows"
LangString WITH_WINDOWS ${LANG_GERMAN} "Mit Windows starten"
LangString WITH_WINDOWS ${LANG_RUSSIAN} "Запускать вместе с Windows"
LangString IS_OPEN ${LANG_ENGLISH} "The till is open. Please close it, then try again."
LangString IS_OPEN ${LANG_CZECH} "Pokladna je otevřená. Zavřete ji, prosím, a zkuste to znovu."
LangString IS_OPEN ${LANG_GERMAN} "Die Kasse ist geöffnet. Bitte schließen Sie sie und versuchen Sie es erneut."
LangString IS_OPEN ${LANG_RUSSIAN} "Касса открыта. Закройте её и попробуйте ещё раз."
LangString ASK_DATA ${LANG_ENGLISH} "Delete this shop's data too: its sales, and points that are still to be sent? This cannot be undone. If in doubt, answer No."
LangString ASK_DATA ${LANG_CZECH} "Smazat i data obchodu: prodeje a body, které ještě nebyly odeslány? Nelze to vzít zpět. V pochybnostech odpovězte Ne."
LangString ASK_DATA ${LANG_GERMAN} "Auch die Daten des Geschäfts löschen: Verkäufe und Punkte, die noch zu senden sind? Das lässt sich nicht rückgängig machen. Im Zweifel antworten Sie Nein."
LangString ASK_DATA ${LANG_RUSSIAN} "Удалить и данные магазина: продажи и ещё не отправленные баллы? Это нельзя отменить. Если сомневаетесь, ответьте «Нет»."

; A program that runs cannot be written to, and half of one must not be replaced. Without a person to ask, its end is waited for: the
; till that is brought up to date from inside has started this, and is about to end.
!macro StopIfOpen program
  StrCpy $1 0
  try_${program}:
  ${If} ${FileExists} "$INSTDIR\${program}.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\${program}.exe" a
    ${If} ${Errors}
      ${If} ${Silent}
      ${AndIf} $1 < 60
        IntOp $1 $1 + 1
        Sleep 500
        Goto try_${program}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY try_${program}
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\pos-app.exe"
  Delete "$INSTDIR\pos-app-cli.exe"
!macroend

Section "$(PROGRAM)"
  SectionIn RO
  !insertmacro StopIfOpen pos-app
  !insertmacro StopIfOpen pos-app-cli
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${STAGE}\*"
  CreateShortCut "$SMPROGRAMS\$(PROGRAM).lnk" "$INSTDIR\pos-app.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\pos-app.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${KEY}" "Shortcut" "$(PROGRAM).lnk"
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "$(ON_DESKTOP)"
  CreateShortCut "$DESKTOP\$(PROGRAM).lnk" "$INSTDIR\pos-app.exe"
SectionEnd

Section /o "$(WITH_WINDOWS)" with_windows
  WriteRegStr HKCU "${RUN}" "pos-app" '"$INSTDIR\pos-app.exe"'
SectionEnd

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${with_windows} 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro StopIfOpen pos-app
  !insertmacro StopIfOpen pos-app-cli
  !insertmacro RemoveProgram
  ReadRegStr $0 HKCU "${KEY}" "Shortcut"
  ${If} $0 != ""
    Delete "$SMPROGRAMS\$0"
    Delete "$DESKTOP\$0"
  ${EndIf}
  DeleteRegValue HKCU "${RUN}" "pos-app"
  DeleteRegKey HKCU "${KEY}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DATA" $1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(ASK_DATA)" /SD IDNO IDNO keep
  ${EndIf}
  RMDir /r "$LOCALAPPDATA\pos-app"
  keep:
SectionEnd
