using Microsoft.AspNetCore.Builder;
using NetEscapades.AspNetCore.SecurityHeaders.Headers;

namespace AbuseDesk.Web.Hosting;

internal static class DeskHeaders
{
    /// <summary>For evidence, which a page of ours may show in a frame.</summary>
    public const string Evidence = "evidence";

    /// <summary>For the PDF of a notice: a browser's own viewer needs to be let in.</summary>
    public const string NoticePdf = "notice-pdf";

    /// <summary>For the mail of a notice as its reader sees it: styles of its own, and nothing that runs or fetches.</summary>
    public const string NoticeMail = "notice-mail";

    public static void AddDeskHeaders(this IServiceCollection services) => services
        .AddSecurityHeaderPolicies()
        .SetDefaultPolicy(policy => Common(policy).AddFrameOptionsDeny().AddContentSecurityPolicy(PageContent))
        .AddPolicy(Evidence, policy => Common(policy).AddFrameOptionsSameOrigin().AddContentSecurityPolicy(EvidenceContent))
        .AddPolicy(NoticePdf, policy => Common(policy).AddFrameOptionsSameOrigin().AddContentSecurityPolicy(PdfContent))
        .AddPolicy(NoticeMail, policy => Common(policy).AddFrameOptionsSameOrigin().AddContentSecurityPolicy(MailContent));

    private static HeaderPolicyCollection Common(HeaderPolicyCollection policy) => policy
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 60 * 60 * 24 * 180)
        .AddCrossOriginOpenerPolicy(x => x.SameOrigin())
        .AddCrossOriginResourcePolicy(x => x.SameOrigin())
        .AddPermissionsPolicy(NoDevices)
        .RemoveServerHeader();

    private static void NoDevices(PermissionsPolicyBuilder permissions)
    {
        permissions.AddCamera().None();
        permissions.AddMicrophone().None();
        permissions.AddGeolocation().None();
        permissions.AddPayment().None();
        permissions.AddUsb().None();
    }

    private static void PageContent(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self().Blob();
        csp.AddFontSrc().Self();
        csp.AddConnectSrc().Self();
        csp.AddFrameSrc().Self();
        csp.AddObjectSrc().Self();
        csp.AddBaseUri().None();
        csp.AddFormAction().Self();
        csp.AddFrameAncestors().None();
    }

    // nothing that came from outside may run or fetch, whatever it is
    private static void EvidenceContent(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddFormAction().None();
        csp.AddBaseUri().None();
        csp.AddFrameAncestors().Self();
    }

    private static void PdfContent(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddObjectSrc().Self();
        csp.AddFrameSrc().Self();
        csp.AddStyleSrc().UnsafeInline();
        csp.AddFormAction().None();
        csp.AddBaseUri().None();
        csp.AddFrameAncestors().Self();
    }

    private static void MailContent(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddStyleSrc().UnsafeInline();
        csp.AddImgSrc().Data();
        csp.AddFormAction().None();
        csp.AddBaseUri().None();
        csp.AddFrameAncestors().Self();
        csp.AddSandbox();
    }
}
