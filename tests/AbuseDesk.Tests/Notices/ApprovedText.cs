using System.Runtime.CompilerServices;

namespace AbuseDesk.Tests.Notices;

/// <summary>
/// Compares generated text with the file approved beside the test. A difference leaves a <c>.received</c> file; to
/// approve it, look at the difference and rename it to <c>.approved</c>.
/// </summary>
internal static class ApprovedText
{
    public static void Check(string name, string extension, string received, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var approvedPath = Path.Combine(folder, $"{name}.approved.{extension}");
        var receivedPath = Path.Combine(folder, $"{name}.received.{extension}");
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (approved == received)
        {
            File.Delete(receivedPath);
            return;
        }
        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{name}.{extension} differs from what was approved. {FirstDifference(approved, received)} "
            + $"Compare {name}.received.{extension} with {name}.approved.{extension}; if it is right, rename it over the approved one.");
    }

    private static string FirstDifference(string approved, string received)
    {
        var (before, now) = (approved.Split('\n'), received.Split('\n'));
        var line = 0;
        while (line < Math.Min(before.Length, now.Length) && before[line] == now[line])
            line++;
        return $"Line {line + 1} was '{before.ElementAtOrDefault(line)}' and is '{now.ElementAtOrDefault(line)}'.";
    }
}
