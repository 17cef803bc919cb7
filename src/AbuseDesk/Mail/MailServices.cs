using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Mail;

public static class MailServices
{
    private const string Folder = "folder:";

    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(provider => SenderIdentity.Read(Path.Combine(Settings(provider).Templates, "brand.yml")))
        .AddSingleton<Outbox>()
        .AddSingleton(Mailer)
        .AddSingleton(provider => Settings(provider).MailLimits)
        .AddSingleton<OutboxLease>()
        .AddSingleton<DeliveryOutcome>()
        .AddSingleton<ListMail>()
        .AddSingleton<TestMail>()
        .AddSingleton<DeliverMail>();

    private static IMailer Mailer(IServiceProvider provider)
    {
        var (settings, sender) = (Settings(provider), provider.GetRequiredService<SenderIdentity>());
        if (settings.Mail.StartsWith(Folder, StringComparison.Ordinal)) return new FolderMailer(settings.Mail[Folder.Length..]);
        if (!settings.Mail.StartsWith("ses:", StringComparison.Ordinal))
            return new SmtpMailer(SmtpTarget.Parse(settings.Mail), settings.MailPassword, sender);
        return new SesMailer(SesTarget.Parse(settings.Mail), AwsAsync, sender, provider.GetRequiredService<TimeProvider>());
    }

    internal static async Task<ImmutableCredentials> AwsAsync() =>
        await (await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null)).GetCredentialsAsync();

    private static DeskSettings Settings(IServiceProvider provider) => provider.GetRequiredService<DeskSettings>();
}
