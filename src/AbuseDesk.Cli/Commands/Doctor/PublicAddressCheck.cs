using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether notices print a QR code, and whether it leads where their text sends its readers.</summary>
internal static class PublicAddressCheck
{
    private const string Part = "verify page";

    public static Task<Finding> RunAsync(DeskSettings settings) => Finding.LookAsync(Part, "Look at templates/brand.yml.", () => Task.FromResult(Look(settings)));

    private static Finding Look(DeskSettings settings)
    {
        var printed = Brand.Read(settings.Templates).VerifyAddress;
        if (settings.PublicUrl is not { } url)
        {
            return new Finding(Part, FindingState.Advice, $"{PublicAddress.Setting} is not set, so that notices print no QR code; their text sends readers to {printed}.",
                $"Set {PublicAddress.Setting} to where readers reach the desk, such as https://abuse.cloud.example.");
        }

        var page = PublicAddress.VerifyPage(url);
        return page[(page.IndexOf("://", StringComparison.Ordinal) + 3)..].Equals(WithoutScheme(printed), StringComparison.OrdinalIgnoreCase)
            ? Finding.Ok(Part, $"{page}, in text and as a QR code.")
            : new Finding(Part, FindingState.Advice, $"The QR code of a notice leads to {page}, and its text to {printed}.",
                $"Set verify_address in templates/brand.yml and {PublicAddress.Setting} to the same desk.");
    }

    private static string WithoutScheme(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? address : address[(scheme + 3)..]).TrimEnd('/');
    }
}
