using AbuseDesk.Database;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Notices.Drafting;

/// <summary>The language of a letter to a reporter. No record tells theirs: the author says it, else the last letter to them does.</summary>
public static class LetterLanguage
{
    /// <exception cref="DeskException">No template of the kind speaks the language that the author gives.</exception>
    internal static async Task<string> OfAsync(DeskTransaction tx, CurrentTemplates templates, DraftNoticeRequest request, string email)
    {
        if (string.IsNullOrWhiteSpace(request.Language))
            return await LastAsync(tx, email) ?? "en";
        var language = TemplateLibrary.LanguageOf(request.Language.Trim());
        return await templates.LanguageForAsync(tx.Connection, request.Kind, language) == language
            ? language
            : throw new DeskException($"No template of a {Words.Of(request.Kind)} is written in “{Shown.Briefly(request.Language)}”; give another language, such as en, or add that template.");
    }

    /// <summary>"fr" where the last letter to the address was in French; null where there was none.</summary>
    public static Task<string?> LastAsync(DeskTransaction tx, string email) => tx.FindAsync<string>(
        """
        select language from notices
        where kind in ('receipt', 'decision') and lower(trim(recipients)) = lower(trim(@email)) and status <> 'withdrawn'
        order by id desc limit 1
        """,
        new { email });
}
