using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Notices.Verify;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Notices;

public static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new FontLibrary([Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "fonts")]))
            .AddSingleton<PdfWriter>()
            .AddSingleton<PolicyWords>()
            .AddSingleton<GatherLetterFacts>()
            .AddSingleton<GatherFacts>()
            .AddSingleton<EvidenceFiles>()
            .AddSingleton<PrepareDraft>()
            .AddSingleton<CompileNotice>()
            .AddSingleton<KeepVersion>()
            .AddSingleton<DraftNotice>()
            .AddSingleton<RedraftNotice>()
            .AddSingleton<WithdrawNotice>()
            .AddSingleton<CompareWithRecord>()
            .AddSingleton<NoticeChecks>()
            .AddSingleton<ReviewDeadline>()
            .AddSingleton<SubmitNotice>()
            .AddSingleton<ReturnNotice>()
            .AddSingleton<ApproveNotice>()
            .AddSingleton<NoticeConsequences>()
            .AddSingleton<NoticeMail>()
            .AddSingleton<TakeBackApproval>()
            .AddSingleton<SendNotice>()
            .AddSingleton<ResendNotice>()
            .AddSingleton<SettleDeadlines>()
            .AddSingleton<VoidApprovals>()
            .AddSingleton<DeliveryAlarm>()
            .AddSingleton<FollowDeliveries>()
            .AddSingleton<NoticeDelivery>()
            .AddSingleton<VerifyNotice>()
            .AddSingleton<NoticeRecords>();
}
