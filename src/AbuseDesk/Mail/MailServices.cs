using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Mail;

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services;
}
