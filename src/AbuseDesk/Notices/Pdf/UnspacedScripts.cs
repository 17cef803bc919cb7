namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Line ends in scripts that put no space between words. Without a dictionary words cannot be told apart, but the
/// spelling shows where some syllables begin and end, and a line never ends inside one of those.
/// </summary>
internal static class UnspacedScripts
{
    // vowels written before their consonant begin a syllable; sara a, mai yamok, paiyannoi and a silenced letter end one
    private const string ThaiFirst = "\u0e40\u0e41\u0e42\u0e43\u0e44";
    private const string ThaiLast = "\u0e30\u0e46\u0e2f";
    private const char ThaiSilent = '\u0e4c';
    private const string LaoFirst = "\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4";
    private const string LaoLast = "\u0eb0\u0ec6\u0eaf";
    private const char TibetanEnd = '\u0f0b';

    public static bool MayBreak(string left, string right)
    {
        var (end, start) = (left[^1], right[0]);
        if (left[0] == TibetanEnd) return start is >= '\u0f40' and <= '\u0fbc';
        if (IsThai(left[0]) && IsThai(start)) return !ThaiLast.Contains(start) && (ThaiFirst.Contains(start) ? !ThaiFirst.Contains(left[0]) : ThaiLast.Contains(end) || end == ThaiSilent);
        if (IsLao(left[0]) && IsLao(start)) return !LaoLast.Contains(start) && (LaoFirst.Contains(start) ? !LaoFirst.Contains(left[0]) : LaoLast.Contains(end));
        return false;
    }

    private static bool IsThai(char c) => c is >= '\u0e01' and <= '\u0e4e';

    private static bool IsLao(char c) => c is >= '\u0e81' and <= '\u0ece';
}
