using System.CommandLine;

namespace AbuseDesk.Cli.Frame;

/// <summary>The options that every command understands.</summary>
public static class GlobalOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder; default ABUSEDESK_DATA, else ./abusedesk-data.",
        HelpName = "DIR",
        Recursive = true,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && (string.IsNullOrWhiteSpace(token.Value) || token.Value.Contains('\0')))
                    result.AddError("--data names no folder.");
            },
        },
    };

    public static Option<string?> As { get; } = new("--as")
    {
        Description = "The login of the person who acts; default ABUSEDESK_USER.",
        HelpName = "USER",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document instead of text.",
        Recursive = true,
    };
}
