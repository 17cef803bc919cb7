using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Verify;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Says from the bytes of a file alone whether it is a notice that was sent; with its seal even where there is no record.</summary>
public sealed class VerifyCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE", "The PDF, as somebody received it.");
    private readonly Option<string?> seal = Ask.Optional("--seal", "FILE", "The seal beside it (.p7s); then no desk is needed.");
    private readonly Option<string?> authorities = Ask.Optional("--ca", "FILE", "Certificates (PEM) whose seals and time stamps are believed.");

    public VerifyCommand()
        : base("verify", "Say whether a PDF is, byte for byte, a notice that was sent; exit code 1 if not.")
    {
        Arguments.Add(file);
        Options.Add(seal);
        Options.Add(authorities);
    }

    // a seal speaks for itself
    protected override async Task OpenAsync(DeskSession desk, ParseResult arguments)
    {
        if (arguments.GetValue(seal) is null || await desk.IsThereAsync())
            await base.OpenAsync(desk, arguments);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var pdf = Files.Read(arguments.GetRequiredValue(file));
        var there = arguments.GetValue(seal) is null || await desk.IsThereAsync();
        using var bytes = new MemoryStream(pdf);
        var proof = there ? await desk.Get<VerifyNotice>().ByBytesAsync(bytes, cancel) : null;
        var sealProof = arguments.GetValue(seal) is { } path
            ? await desk.Get<VerifySeal>().RunAsync(pdf, Files.Read(path), Believed(arguments.GetValue(authorities)), there)
            : null;
        var genuine = Genuine(proof, sealProof);
        new VerifyOutput(desk).Write(proof, sealProof, Convert.ToHexStringLower(SHA256.HashData(pdf)), genuine);
        return genuine ? 0 : 1;
    }

    /// <summary>The record decides where it knows the file; where it does not, a seal that is vouched for does.</summary>
    private static bool Genuine(NoticeProof? proof, SealProof? seal) => (proof?.Verdict, seal?.Verdict) switch
    {
        (NoticeVerdict.Sent, null or SealVerdict.Genuine) => true,
        (null or NoticeVerdict.NotKnown, SealVerdict.Genuine) => true,
        _ => false,
    };

    private static X509Certificate2Collection Believed(string? path)
    {
        var believed = new X509Certificate2Collection();
        if (path is null) return believed;
        try
        {
            believed.ImportFromPem(Files.ReadText(path));
        }
        catch (CryptographicException)
        {
            believed.Clear();
        }

        return believed.Count > 0 ? believed : throw new DeskException($"{path} holds no certificate; give the authority's as PEM (-----BEGIN CERTIFICATE-----).");
    }
}
