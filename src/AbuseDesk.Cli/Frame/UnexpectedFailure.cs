using System.Globalization;

namespace AbuseDesk.Cli.Frame;

/// <summary>What nobody foresaw: the details go to a file for whoever maintains the program, one sentence to the person.</summary>
internal static class UnexpectedFailure
{
    /// <returns>The sentence.</returns>
    public static string Record(Exception failure, string? dataFolder)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder ?? Environment.GetEnvironmentVariable("ABUSEDESK_DATA") ?? "abusedesk-data"), "logs");
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"failure-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss-fff}.txt"));
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, failure.ToString());
            return $"This failed for a reason that AbuseDesk did not foresee: {failure.Message.TrimEnd('.')}. No act is written in part, and acts that were done before it are kept; the details are in {file}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"This failed for a reason that AbuseDesk did not foresee: {failure.Message.TrimEnd('.')}. No act is written in part, and acts that were done before it are kept.";
        }
    }
}
