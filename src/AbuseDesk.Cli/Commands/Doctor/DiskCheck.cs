namespace AbuseDesk.Cli.Commands.Doctor;

internal static class DiskCheck
{
    private const long Gigabyte = 1_000_000_000;

    public static Task<Finding> RunAsync(string part, string folder) => Finding.LookAsync(part, "Free some space.", () =>
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var found = FormattableString.Invariant($"{free / (double)Gigabyte:0.0} GB free for {folder}.");
        return Task.FromResult(free switch
        {
            < Gigabyte / 10 => new Finding(part, FindingState.Blocks, found, "Free some space: evidence cannot be stored safely."),
            < 2 * Gigabyte => new Finding(part, FindingState.Advice, found, "Plan for more space."),
            _ => Finding.Ok(part, found),
        });
    });
}
